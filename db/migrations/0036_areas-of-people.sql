CREATE TABLE `person_areas` (
	`id` integer PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`area` text NOT NULL,
	`chosen_at` integer NOT NULL,
	`chosen_by` text NOT NULL,
	`left_at` integer,
	`left_by` text,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`chosen_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`left_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_areas_now` ON `person_areas` (`person`,`area`) WHERE left_at IS NULL;--> statement-breakpoint
CREATE INDEX `person_areas_person` ON `person_areas` (`person`,`chosen_at`);--> statement-breakpoint
ALTER TABLE `overviews` ADD `steps` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `area_grounds` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `talks` ADD `areas` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
-- What profiles hold of areas becomes rows; the field keeps only who said so last.
INSERT INTO `person_areas` (`person`, `area`, `chosen_at`, `chosen_by`)
	SELECT f.`person`, j.`value`, f.`at`, f.`by` FROM `profile_fields` f, json_each(CASE WHEN json_valid(f.`value`) THEN f.`value` ELSE '[]' END) j
	WHERE f.`field` = 'areas' AND j.`type` = 'text' GROUP BY f.`person`, j.`value` ORDER BY f.`person`, min(j.`key`);
--> statement-breakpoint
UPDATE `profile_fields` SET `value` = '' WHERE `field` = 'areas';
