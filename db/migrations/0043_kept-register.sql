CREATE TABLE `register_offers` (
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`free` integer NOT NULL,
	PRIMARY KEY(`programme`, `person`, `kind`, `value`)
);
--> statement-breakpoint
CREATE INDEX `register_offers_value` ON `register_offers` (`programme`,`kind`,`value`,`free`);--> statement-breakpoint
CREATE TABLE `register_people` (
	`programme` text NOT NULL,
	`person` text NOT NULL,
	`absence` text NOT NULL,
	`since_at` integer NOT NULL,
	`name_en` text NOT NULL,
	`name_es` text NOT NULL,
	`areas` text NOT NULL,
	`languages` text NOT NULL,
	`ways` text NOT NULL,
	`place` text NOT NULL,
	`capacity` integer NOT NULL,
	PRIMARY KEY(`programme`, `person`)
);
--> statement-breakpoint
CREATE INDEX `register_people_en` ON `register_people` (`programme`,`absence`,`name_en`,`person`,`areas`,`languages`,`ways`,`capacity`,`place`);--> statement-breakpoint
CREATE INDEX `register_people_es` ON `register_people` (`programme`,`absence`,`name_es`,`person`,`areas`,`languages`,`ways`,`capacity`,`place`);--> statement-breakpoint
CREATE INDEX `register_people_absence` ON `register_people` (`programme`,`absence`,since_at DESC,`name_en`,`person`);--> statement-breakpoint
CREATE INDEX `register_people_since` ON `register_people` (`programme`,since_at DESC,`name_en`,`person`) WHERE absence <> '';--> statement-breakpoint
CREATE TRIGGER `register_desk_people_delete` AFTER DELETE ON `desk_people` BEGIN DELETE FROM register_people WHERE programme = OLD.programme AND person = OLD.person; DELETE FROM register_offers WHERE programme = OLD.programme AND person = OLD.person; END;
--> statement-breakpoint
-- Worked out in pieces after the start, as after a change of the rules (db/desk-people.ts); the lists say so meanwhile.
UPDATE desk_people SET stale_at = 0 WHERE person IN (SELECT person FROM sign_offs);
