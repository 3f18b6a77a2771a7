package fr.educentre.assidu.training.management;

import jakarta.persistence.Entity;

@Entity
class Guardian extends RelatedPerson {}
