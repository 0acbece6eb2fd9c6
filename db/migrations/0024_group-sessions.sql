CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person`);--> statement-breakpoint
CREATE TABLE `group_absences` (
	`group_session` text NOT NULL,
	`person` text NOT NULL,
	`marked_by` text NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`group_session`, `person`),
	FOREIGN KEY (`group_session`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `group_sign_ups` (
	`group_session` text NOT NULL,
	`person` text NOT NULL,
	`turn` integer NOT NULL,
	`signed_up_by` text NOT NULL,
	`signed_up_at` integer NOT NULL,
	`told` text NOT NULL,
	`told_at` integer NOT NULL,
	`ended_at` integer,
	PRIMARY KEY(`group_session`, `person`),
	FOREIGN KEY (`group_session`) REFERENCES `group_sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_up_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `group_sign_ups_turn` ON `group_sign_ups` (`group_session`,`turn`);--> statement-breakpoint
CREATE INDEX `group_sign_ups_person` ON `group_sign_ups` (`person`);--> statement-breakpoint
ALTER TABLE `group_sessions` ADD `kind` text DEFAULT 'training' NOT NULL;--> statement-breakpoint
ALTER TABLE `group_sessions` ADD `cohort` text REFERENCES cohorts(id);--> statement-breakpoint
ALTER TABLE `group_sessions` ADD `places` integer;--> statement-breakpoint
ALTER TABLE `group_sessions` ADD `series` text;--> statement-breakpoint
ALTER TABLE `group_sessions` ADD `changed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `group_sessions_series` ON `group_sessions` (`series`,`starts_at`);