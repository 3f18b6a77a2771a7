package fr.educentre.assidu.signing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.signing.SignedStatement;
import fr.educentre.assidu.signing.SignedStatement.Identification;
import fr.educentre.assidu.signing.SignedStatement.Role;
import fr.educentre.assidu.signing.SignedStatement.Signer;
import fr.educentre.assidu.signing.SignedStatement.Slot;
import fr.educentre.assidu.signing.SignedStatement.Times;
import fr.educentre.assidu.signing.SigningMeans;
import fr.educentre.assidu.signing.Strokes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is changed in a session's chain, be it one letter of one column or the order, is found. */
class SignatureChainProperties {

    private static final Instant START = Instant.parse("2026-10-25T00:30:00Z");
    private static final UUID SESSION = new UUID(1, 1);
    private static final Strokes DRAWN = new Strokes(List.of(List.of(List.of(1.0, 2.0), List.of(3.0, 4.0))));

    /** Each changes one thing that is kept. */
    private static final List<UnaryOperator<StoredSignature>> CHANGES = List.of(
            one -> new StoredSignature(
                    new UUID(9, 9), one.place(), one.signer(), one.signedAt(), one.text(), one.hashes()),
            one -> with(
                    one, new StoredSignature.Place(new UUID(9, 9), one.place().number())),
            one -> with(
                    one,
                    new StoredSignature.Place(
                            one.place().sessionId(), one.place().number() + 100)),
            one -> with(
                    one,
                    new StoredSignature.Signer(
                            new UUID(9, 9), null, one.signer().means())),
            one -> with(
                    one,
                    new StoredSignature.Signer(
                            null, one.signer().learnerId(), one.signer().means())),
            one -> with(
                    one,
                    new StoredSignature.Signer(
                            one.signer().learnerId(),
                            null,
                            "DRAWN".equals(one.signer().means()) ? "CONFIRMED" : "DRAWN")),
            one -> new StoredSignature(
                    one.id(), one.place(), one.signer(), one.signedAt().plusMillis(1), one.text(), one.hashes()),
            one -> with(
                    one,
                    new StoredSignature.Hashes(
                            flipped(one.hashes().statement()),
                            one.hashes().previous(),
                            one.hashes().own())),
            one -> with(
                    one,
                    new StoredSignature.Hashes(
                            one.hashes().statement(),
                            flipped(one.hashes().previous()),
                            one.hashes().own())),
            one -> with(
                    one,
                    new StoredSignature.Hashes(
                            one.hashes().statement(),
                            one.hashes().previous(),
                            flipped(one.hashes().own()))),
            one -> with(
                    one,
                    new StoredSignature.Hashes(
                            "", one.hashes().previous(), one.hashes().own())));

    @Property(tries = 60)
    void a_chain_as_it_was_made_holds(@ForAll @IntRange(max = 12) int length) {
        List<StoredSignature> chain = chain(length);
        assertThat(SignatureChain.verify(chain, strokes(chain), end(chain)).findings())
                .isEmpty();
    }

    @Property(tries = 200)
    void a_changed_column_is_found(
            @ForAll @IntRange(min = 1, max = 12) int length, @ForAll int place, @ForAll int change) {
        List<StoredSignature> chain = chain(length);
        Map<UUID, Strokes> strokes = strokes(chain);
        int at = Math.floorMod(place, length);
        // Its key alone is hashed nowhere but by the lines that hang on it.
        int which = Math.floorMod(change, CHANGES.size());
        if (which == 0 && strokes.get(chain.get(at).id()) == null) {
            return;
        }
        List<StoredSignature> changed = new ArrayList<>(chain);
        changed.set(at, CHANGES.get(which).apply(chain.get(at)));
        assertThat(SignatureChain.verify(changed, strokes, end(chain)).findings())
                .as("change %s", which)
                .isNotEmpty();
    }

    @Property(tries = 200)
    void a_changed_letter_of_what_was_signed_is_found_even_with_its_hashes_made_anew(
            @ForAll @IntRange(min = 1, max = 8) int length, @ForAll int place, @ForAll int letter) {
        List<StoredSignature> chain = chain(length);
        int at = Math.floorMod(place, length);
        StoredSignature one = chain.get(at);
        var text = new StringBuilder(one.text());
        int where = Math.floorMod(letter, text.length());
        text.setCharAt(where, text.charAt(where) == 'x' ? 'y' : 'x');
        List<StoredSignature> changed = new ArrayList<>(chain);
        changed.set(
                at,
                new StoredSignature(
                        one.id(), one.place(), one.signer(), one.signedAt(), text.toString(), one.hashes()));
        assertThat(SignatureChain.verify(changed, strokes(chain), end(chain)).findings())
                .isNotEmpty();

        String said = SignatureHashes.ofText(text.toString());
        String own = SignatureHashes.ofLink(one.hashes().previous(), said);
        changed.set(
                at,
                new StoredSignature(
                        one.id(),
                        one.place(),
                        one.signer(),
                        one.signedAt(),
                        text.toString(),
                        new StoredSignature.Hashes(said, one.hashes().previous(), own)));
        assertThat(SignatureChain.verify(changed, strokes(chain), end(chain)).findings())
                .isNotEmpty();
    }

    @Property(tries = 100)
    void two_that_changed_places_one_left_out_or_the_end_cut_are_found(
            @ForAll @IntRange(min = 2, max = 12) int length, @ForAll int first, @ForAll int second) {
        List<StoredSignature> chain = chain(length);
        int one = Math.floorMod(first, length);
        int other = Math.floorMod(second, length);
        if (one != other) {
            List<StoredSignature> swapped = new ArrayList<>(chain);
            Collections.swap(swapped, one, other);
            assertThat(SignatureChain.verify(swapped, strokes(chain), end(chain))
                            .findings())
                    .isNotEmpty();
        }
        List<StoredSignature> less = new ArrayList<>(chain);
        less.remove(one);
        assertThat(SignatureChain.verify(less, strokes(chain), end(chain)).findings())
                .isNotEmpty();
    }

    @Property(tries = 50)
    void other_lines_than_were_drawn_are_found(@ForAll @IntRange(min = 1, max = 12) int length, @ForAll int place) {
        List<StoredSignature> chain = chain(length);
        Map<UUID, Strokes> strokes = strokes(chain);
        StoredSignature one = chain.get(Math.floorMod(place, length));
        strokes.compute(
                one.id(),
                (id, drawn) ->
                        drawn == null ? DRAWN : new Strokes(List.of(List.of(List.of(1.1, 2.0), List.of(3.0, 4.0)))));
        assertThat(SignatureChain.verify(chain, strokes, end(chain)).findings()).isNotEmpty();
    }

    private static List<StoredSignature> chain(int length) {
        List<StoredSignature> chain = new ArrayList<>();
        for (int n = 1; n <= length; n++) {
            String previous = SignatureWriter.head(chain);
            boolean drawn = n % 2 == 0;
            Instant at = START.plus(Duration.ofMinutes(n));
            var said = new SignedStatement(
                    n,
                    new Slot(SESSION, "Atelier", START, START.plus(Duration.ofHours(3)), "Europe/Paris"),
                    new Signer(Role.LEARNER, new UUID(2, n), "Élan " + n, Identification.TRAINER_DEVICE, "Tom"),
                    drawn ? SigningMeans.DRAWN : SigningMeans.CONFIRMED,
                    "tablet",
                    new Times(at, at + "", at, null, false),
                    drawn ? SignatureHashes.ofText(DRAWN.text()) : null,
                    null);
            String text = SignatureChain.text(said);
            String hash = SignatureHashes.ofText(text);
            chain.add(new StoredSignature(
                    new UUID(3, n),
                    new StoredSignature.Place(SESSION, n),
                    new StoredSignature.Signer(
                            said.who().id(), null, said.means().name()),
                    at,
                    text,
                    new StoredSignature.Hashes(hash, previous, SignatureHashes.ofLink(previous, hash))));
        }
        return chain;
    }

    private static Map<UUID, Strokes> strokes(List<StoredSignature> chain) {
        Map<UUID, Strokes> strokes = new HashMap<>();
        chain.stream().filter(one -> "DRAWN".equals(one.signer().means())).forEach(one -> strokes.put(one.id(), DRAWN));
        return strokes;
    }

    private static SignatureChain.End end(List<StoredSignature> chain) {
        return new SignatureChain.End(chain.size(), SignatureWriter.head(chain));
    }

    private static String flipped(String hash) {
        return (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    }

    private static StoredSignature with(StoredSignature one, StoredSignature.Place place) {
        return new StoredSignature(one.id(), place, one.signer(), one.signedAt(), one.text(), one.hashes());
    }

    private static StoredSignature with(StoredSignature one, StoredSignature.Signer signer) {
        return new StoredSignature(one.id(), one.place(), signer, one.signedAt(), one.text(), one.hashes());
    }

    private static StoredSignature with(StoredSignature one, StoredSignature.Hashes hashes) {
        return new StoredSignature(one.id(), one.place(), one.signer(), one.signedAt(), one.text(), hashes);
    }
}
