/* SPDX-License-Identifier: MIT */
/* labels.h: the fixed words of outputs and of the reader, which no source of a guide holds. */
#ifndef GUIDE_LABELS_H
#define GUIDE_LABELS_H

/* A row each: its name, and its key in src/labels/LANGUAGE.yaml, where en.yaml says what it is, and
 * in guide.yaml. guidec adds them to the guide as texts, and all that is printed takes them from
 * there (guide_label), so that the tables need no pointer to them. */
#define GUIDE_LABELS(ROW)                                                                          \
    ROW(SEE_ALSO, "see-also")                                                                      \
    ROW(SOURCES, "sources")                                                                        \
    ROW(CONTENTS, "contents")                                                                      \
    ROW(MORE, "more")                                                                              \
    ROW(SKIP, "skip")                                                                              \
    ROW(EDITION, "edition")                                                                        \
    ROW(TITLE_EDITION, "title-edition")                                                            \
    ROW(MAN_NAME, "man-name")                                                                      \
    ROW(MAN_DESCRIPTION, "man-description")                                                        \
    ROW(MAN_SEE_ALSO, "man-see-also")                                                              \
    ROW(MAN_COPYRIGHT, "man-copyright")                                                            \
    ROW(READER_PART, "reader-part")                                                                \
    ROW(GENERAL_INDEX, "general-index")                                                            \
    ROW(ROLE_INDEX, "role-index")                                                                  \
    ROW(TOPIC_INDEX, "topic-index")                                                                \
    ROW(IN_PAGE, "in-page")                                                                        \
    ROW(ABOVE, "above")                                                                            \
    ROW(BELOW, "below")                                                                            \
    ROW(PAGE, "page")                                                                              \
    ROW(KEEP_PAPER, "keep-paper")                                                                  \
    ROW(NOTE, "note")                                                                              \
    ROW(CAUTION, "caution")                                                                        \
    ROW(WARNING, "warning")                                                                        \
    ROW(USAGE, "usage")                                                                            \
    ROW(ABOUT_GUIDE, "about-guide")                                                                \
    ROW(ABOUT_MENU, "about-menu")                                                                  \
    ROW(ABOUT_WORDS, "about-words")                                                                \
    ROW(OPTIONS_CHOOSE, "options-choose")                                                          \
    ROW(OPTIONS_ACT, "options-act")                                                                \
    ROW(OPTIONS_SHOW, "options-show")                                                              \
    ROW(OPTIONS_PROGRAM, "options-program")                                                        \
    ROW(ARGUMENT_ROLE, "argument-role")                                                            \
    ROW(ARGUMENT_TOPIC, "argument-topic")                                                          \
    ROW(ARGUMENT_TEXT, "argument-text")                                                            \
    ROW(ARGUMENT_FORMAT, "argument-format")                                                        \
    ROW(ARGUMENT_COLUMNS, "argument-columns")                                                      \
    ROW(ARGUMENT_WHEN, "argument-when")                                                            \
    ROW(ARGUMENT_LANGUAGE, "argument-language")                                                    \
    ROW(OPTION_ROLE, "option-role")                                                                \
    ROW(OPTION_TOPIC, "option-topic")                                                              \
    ROW(OPTION_SEARCH, "option-search")                                                            \
    ROW(OPTION_NEXT, "option-next")                                                                \
    ROW(OPTION_PREV, "option-prev")                                                                \
    ROW(OPTION_RANDOM, "option-random")                                                            \
    ROW(OPTION_LIST, "option-list")                                                                \
    ROW(OPTION_MAN, "option-man")                                                                  \
    ROW(OPTION_INFO, "option-info")                                                                \
    ROW(OPTION_BROWSE, "option-browse")                                                            \
    ROW(OPTION_TOC, "option-toc")                                                                  \
    ROW(OPTION_ROLES, "option-roles")                                                              \
    ROW(OPTION_TOPICS, "option-topics")                                                            \
    ROW(OPTION_WORDS, "option-words")                                                              \
    ROW(OPTION_FORMAT, "option-format")                                                            \
    ROW(OPTION_WIDTH, "option-width")                                                              \
    ROW(OPTION_COLOR, "option-color")                                                              \
    ROW(OPTION_PLAIN, "option-plain")                                                              \
    ROW(OPTION_NO_PAGER, "option-no-pager")                                                        \
    ROW(OPTION_LANGUAGE, "option-language")                                                        \
    ROW(OPTION_HELP, "option-help")                                                                \
    ROW(OPTION_VERSION, "option-version")                                                          \
    ROW(EXAMPLES, "examples")                                                                      \
    ROW(EXIT_STATUS, "exit-status")                                                                \
    ROW(MANUAL, "manual")                                                                          \
    ROW(MANUAL_AND_PAGE, "manual-and-page")                                                        \
    ROW(REPORT, "report")                                                                          \
    ROW(HOME_PAGE, "home-page")                                                                    \
    ROW(TAKEN_FOR, "taken-for")                                                                    \
    ROW(INSTEAD_OF, "instead-of")                                                                  \
    ROW(NO_ROLE, "no-role")                                                                        \
    ROW(NO_TOPIC, "no-topic")                                                                      \
    ROW(NO_NAME, "no-name")                                                                        \
    ROW(NO_TEXT, "no-text")                                                                        \
    ROW(DID_YOU_MEAN, "did-you-mean")                                                              \
    ROW(TRY_WITHOUT_QUOTES, "try-without-quotes")                                                  \
    ROW(SEE_LIST, "see-list")                                                                      \
    ROW(NO_TEXT_THERE, "no-text-there")                                                            \
    ROW(MOST_WORDS, "most-words")                                                                  \
    ROW(NOTHING_IS_ALL, "nothing-is-all")                                                          \
    ROW(NOT_AMONG, "not-among")                                                                    \
    ROW(LAST, "last")                                                                              \
    ROW(FIRST, "first")                                                                            \
    ROW(NO_NUMBER, "no-number")                                                                    \
    ROW(TRY_HELP, "try-help")                                                                      \
    ROW(ONE_SECTION_OPEN, "one-section-open")                                                      \
    ROW(ONE_SECTION_STEP, "one-section-step")                                                      \
    ROW(NO_OPTION, "no-option")                                                                    \
    ROW(NO_LETTER, "no-letter")                                                                    \
    ROW(NEEDS_ARGUMENT, "needs-argument")                                                          \
    ROW(TAKES_NO_ARGUMENT, "takes-no-argument")                                                    \
    ROW(NOT_TOGETHER, "not-together")                                                              \
    ROW(BAD_SEED, "bad-seed")                                                                      \
    ROW(BAD_WIDTH, "bad-width")                                                                    \
    ROW(BAD_COLOR, "bad-color")                                                                    \
    ROW(NO_FORMAT, "no-format")                                                                    \
    ROW(NO_LANGUAGE, "no-language")                                                                \
    ROW(CANNOT_WRITE, "cannot-write")                                                              \
    ROW(NO_MAN, "no-man")                                                                          \
    ROW(NO_PAGE, "no-page")                                                                        \
    ROW(NO_INFO, "no-info")                                                                        \
    ROW(NO_MANUAL, "no-manual")                                                                    \
    ROW(NO_SITE, "no-site")                                                                        \
    ROW(NO_BROWSER, "no-browser")                                                                  \
    ROW(BROWSER_KEEPS, "browser-keeps")                                                            \
    ROW(CHAPTERS, "chapters")                                                                      \
    ROW(READ, "read")                                                                              \
    ROW(NEXT, "next")                                                                              \
    ROW(BACK, "back")                                                                              \
    ROW(FOUND_HERE, "found-here")                                                                  \
    ROW(TRY_WORDS, "try-words")                                                                    \
    ROW(KEY_WORDS, "key-words")                                                                    \
    ROW(KEY_MORE, "key-more")                                                                      \
    ROW(KEY_NUMBER, "key-number")                                                                  \
    ROW(KEY_NEXT, "key-next")                                                                      \
    ROW(KEY_BACK, "key-back")                                                                      \
    ROW(KEY_HELP, "key-help")                                                                      \
    ROW(KEY_LEAVE, "key-leave")                                                                    \
    ROW(HELP_HEADING, "help-heading")                                                              \
    ROW(HELP_ON, "help-on")                                                                        \
    ROW(HELP_NUMBER, "help-number")                                                                \
    ROW(HELP_NEXT, "help-next")                                                                    \
    ROW(HELP_BACK, "help-back")                                                                    \
    ROW(HELP_SEARCH, "help-search")                                                                \
    ROW(HELP_LEAVE, "help-leave")                                                                  \
    ROW(HELP_WORDS, "help-words")                                                                  \
    ROW(SECTION_TITLE, "section-title")                                                            \
    ROW(HEADING, "heading")                                                                        \
    ROW(SUBHEADING, "subheading")                                                                  \
    ROW(SPACE_TO_WRITE, "space-to-write")                                                          \
    ROW(PAGER_LINES, "pager-lines")                                                                \
    ROW(SITE_BAR, "site-bar")                                                                      \
    ROW(SITE_SEARCH, "site-search")                                                                \
    ROW(SITE_WORDS, "site-words")                                                                  \
    ROW(SITE_WHOLE, "site-whole")                                                                  \
    ROW(SITE_HERE, "site-here")                                                                    \
    ROW(SITE_STEPS, "site-steps")                                                                  \
    ROW(SITE_PREVIOUS, "site-previous")                                                            \
    ROW(SITE_ROLES, "site-roles")                                                                  \
    ROW(SITE_DOORS, "site-doors")                                                                  \
    ROW(EXIT, "exit")                                                                              \
    ROW(EXIT_ADDRESS, "exit-address")                                                              \
    ROW(EXIT_TITLE, "exit-title")                                                                  \
    ROW(EXIT_TWO, "exit-two")                                                                      \
    ROW(EXIT_ONE, "exit-one")                                                                      \
    ROW(EXIT_OFF, "exit-off")                                                                      \
    ROW(TRACES, "traces")                                                                          \
    ROW(TRACES_EXIT, "traces-exit")                                                                \
    ROW(TRACES_KEPT, "traces-kept")                                                                \
    ROW(TRACES_LESS, "traces-less")                                                                \
    ROW(FIND_WHAT, "find-what")                                                                    \
    ROW(FIND_DONE, "find-done")                                                                    \
    ROW(FIND_NOTHING, "find-nothing")                                                              \
    ROW(FIND_NO_SCRIPT, "find-no-script")

#define GUIDE_LABEL_NAME(name, key) LABEL_##name,
enum guide_label { GUIDE_LABELS(GUIDE_LABEL_NAME) LABELS };
#undef GUIDE_LABEL_NAME

/* Words of a bit each that there are for all labels. */
enum { LABEL_WORDS = (LABELS + 31) / 32 };

#endif
