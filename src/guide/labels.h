/* labels.h: the fixed words of outputs, which no source of a guide holds. */
#ifndef GUIDE_LABELS_H
#define GUIDE_LABELS_H

/* A row each: its name and its English. guidec adds them to the guide as texts, and all that is
 * printed takes them from there (guide_label), so that the tables need no pointer to them. */
#define GUIDE_LABELS(ROW)                                                                          \
    ROW(SEE_ALSO, "See also:")       /* before the sections to read on, in a paragraph */          \
    ROW(SOURCES, "Sources")          /* heading of the sources that were cited */                  \
    ROW(CONTENTS, "Contents")        /* heading of the table of contents */                        \
    ROW(SKIP, "Skip to the text")    /* the link to what comes after the contents */               \
    ROW(EDITION, "Edition of")       /* before a date, at the beginning of a line */               \
    ROW(TITLE_EDITION, "edition of") /* the same, after the title and a comma */                   \
    ROW(MAN_NAME, "NAME")            /* headings of a man page */                                  \
    ROW(MAN_DESCRIPTION, "DESCRIPTION")                                                            \
    ROW(MAN_SEE_ALSO, "SEE ALSO")                                                                  \
    ROW(MAN_COPYRIGHT, "COPYRIGHT")                                                                \
    ROW(GENERAL_INDEX, "General Index") /* nodes of an Info manual */                              \
    ROW(ROLE_INDEX, "Role Index")                                                                  \
    ROW(TOPIC_INDEX, "Topic Index")

#define GUIDE_LABEL_NAME(name, english) LABEL_##name,
enum guide_label { GUIDE_LABELS(GUIDE_LABEL_NAME) LABELS };
#undef GUIDE_LABEL_NAME

#endif
