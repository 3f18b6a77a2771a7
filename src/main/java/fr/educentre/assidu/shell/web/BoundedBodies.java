package fr.educentre.assidu.shell.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request has a body larger than its address takes, whoever sends it and however: said by its length, or counted as it is
 * read. The screens' own requests and the calls' JSON are read into memory whole, by people who have not signed in too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class BoundedBodies extends OncePerRequestFilter {

    /** A file with the form around it; each place where files are taken says what it takes. */
    private static final long OF_A_FILE = 26L * 1024 * 1024;

    private static final long OF_ANYTHING_ELSE = 2L * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        try {
            chain.doFilter(new Counted(request, most), response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!BodyTooLarge.causes(e) || response.isCommitted()) {
                throw e;
            }
            response.reset();
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    /** Senders of webhooks and statements have bounds of their own. */
    private static long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        boolean file = type.startsWith("multipart/")
                || path.startsWith("/hooks/")
                || path.startsWith("/xapi/")
                || path.contains("/VAADIN/dynamic/resource/");
        return file ? OF_A_FILE : OF_ANYTHING_ELSE;
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;

        Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedBody(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String name = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), name == null ? StandardCharsets.UTF_8 : Charset.forName(name)));
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedBody(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws BodyTooLarge {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
