/**
 * The one reader of tables: delimited text in any encoding and workbooks, as rows of text with their line numbers, within
 * bounds that are checked before memory is taken. For the packages of this module alone and therefore no named interface:
 * sources that receive tables over the network reach them through {@code imports.evidence}, which says what they mean.
 */
@NullMarked
package fr.educentre.assidu.imports.tables;

import org.jspecify.annotations.NullMarked;
