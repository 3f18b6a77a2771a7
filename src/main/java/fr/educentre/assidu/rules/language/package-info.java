/** The language of rules: the vocabulary's sentences, a rule's text read into them, what is wrong with a text. */
@NullMarked
package fr.educentre.assidu.rules.language;

import org.jspecify.annotations.NullMarked;
