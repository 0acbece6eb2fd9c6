CREATE TABLE `follow_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`about` text NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`coordinator` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`again_on` text,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `follow_ups_about` ON `follow_ups` (`about`,`at`);--> statement-breakpoint
CREATE INDEX `follow_ups_person` ON `follow_ups` (`person`,`at`);--> statement-breakpoint
CREATE TABLE `open_forms` (
	`about` text NOT NULL,
	`person` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`about`, `person`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `first_talks` ADD `again_on` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `refused_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `link` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `programme` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `outbox_link` ON `outbox` (`link`);--> statement-breakpoint
CREATE INDEX `outbox_created_by` ON `outbox` (`created_by`);--> statement-breakpoint
ALTER TABLE `people` ADD `folded` text;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `folded_place` text;--> statement-breakpoint
CREATE INDEX `notes_concerns` ON `notes` (`programme`,`person`) WHERE kind = 'concern';--> statement-breakpoint
UPDATE `first_talks` SET `again_on` = date(`at` / 1000, 'unixepoch', '+90 days') WHERE `outcome` = 'later';--> statement-breakpoint
UPDATE `outbox` SET `refused_at` = `created_at` WHERE `sent_at` IS NULL AND `tries` >= 8;--> statement-breakpoint
UPDATE `outbox` SET (`link`, `created_by`, `programme`) = (
  SELECT `id`, `created_by`, `programme` FROM `links` WHERE `links`.`email` = `outbox`.`recipient` AND `links`.`created_at` = `outbox`.`created_at` LIMIT 1
) WHERE EXISTS (
  SELECT 1 FROM `links` WHERE `links`.`email` = `outbox`.`recipient` AND `links`.`created_at` = `outbox`.`created_at`
);
