package fr.educentre.assidu.training;

/**
 * Which public holidays a site keeps: those of article L.3133-1 of the Code du travail, with those that the place adds: Good Friday
 * where there is a mixed church and 26 December (article L.3134-13), commemorations of the abolition of slavery (article L.3422-2).
 */
public enum HolidayCalendar {
    METROPOLE,
    ALSACE_MOSELLE,
    GUADELOUPE,
    MARTINIQUE,
    GUYANE,
    LA_REUNION,
    MAYOTTE
}
