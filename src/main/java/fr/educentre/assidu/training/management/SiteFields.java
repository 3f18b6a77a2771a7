package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.shell.KnownZone;
import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.HolidayCalendar;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What is said of a site.
 *
 * @param zone in which its hours are read: {@code Europe/Paris}
 * @param retired no longer offered where a site is chosen
 */
@Embeddable
public record SiteFields(
        @NotBlank @Size(max = 40) String code,
        @NotBlank @Size(max = 200) String name,
        @NotBlank @KnownZone String zone,
        @Valid @JsonUnwrapped PostalAddress place,
        @Size(max = 40) String phone,
        @NotNull @Enumerated(EnumType.STRING) HolidayCalendar holidays,
        Boolean retired) {

    public SiteFields {
        retired = Boolean.TRUE.equals(retired);
        code = WrittenText.line(code);
        name = WrittenText.line(name);
        zone = WrittenText.line(zone);
        phone = WrittenText.line(phone);
    }
}
