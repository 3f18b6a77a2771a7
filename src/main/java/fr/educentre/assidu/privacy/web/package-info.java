@NullMarked
package fr.educentre.assidu.privacy.web;

import org.jspecify.annotations.NullMarked;
