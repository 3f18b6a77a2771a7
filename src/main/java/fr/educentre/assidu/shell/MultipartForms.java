package fr.educentre.assidu.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Forms with files, as callers send them: read by hand so that what is refused first comes first. */
public final class MultipartForms {

    private static final String FILE = "file";

    private MultipartForms() {}

    /**
     * The whole form: one that is too large is refused as that, and not for the field that could not be read of it.
     *
     * @throws Refusal UNSUPPORTED where the request is no multipart form
     * @throws org.springframework.web.multipart.MaxUploadSizeExceededException where it is larger than forms may be
     */
    public static MultipartHttpServletRequest of(HttpServletRequest request) {
        var form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (form == null) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.multipart");
        }
        form.getMultiFileMap();
        return form;
    }

    /**
     * What the form holds in its field {@code file}.
     *
     * @throws Refusal MALFORMED where there is none
     */
    public static MultipartFile file(MultipartHttpServletRequest form) {
        MultipartFile file = form.getFile(FILE);
        if (file == null) {
            throw Refusal.malformed("refusal.parameterMissing", FILE);
        }
        return file;
    }
}
