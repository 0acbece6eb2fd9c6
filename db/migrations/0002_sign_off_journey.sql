CREATE TABLE `lapses` (
	`person` text NOT NULL,
	`lapsed_at` integer NOT NULL,
	`refreshed_at` integer,
	PRIMARY KEY(`person`, `lapsed_at`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `public_checks` (
	`code` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`sign_off` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `public_checks_person` ON `public_checks` (`person`);--> statement-breakpoint
CREATE TABLE `sign_off_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`coordinator` text NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`changed_at` integer NOT NULL,
	`evidence` text NOT NULL,
	`decisions` integer NOT NULL,
	`answers` text NOT NULL,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_off_drafts_pair` ON `sign_off_drafts` (`coordinator`,`person`);--> statement-breakpoint
ALTER TABLE `people` ADD `display` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `programme_rules` ADD `second_since` integer;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `judgements` text DEFAULT '{}' NOT NULL;