CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`window_ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`subject` text NOT NULL,
	`programme` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`,`at`);--> statement-breakpoint
CREATE TABLE `links` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`role` text,
	`programme` text DEFAULT '' NOT NULL,
	`language` text DEFAULT 'en' NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`person` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `links_programme` ON `links` (`programme`,`created_at`);--> statement-breakpoint
CREATE TABLE `observations` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`observer` text NOT NULL,
	`observed_at` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observer`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `observations_person` ON `observations` (`person`,`observed_at`);--> statement-breakpoint
CREATE TABLE `observed_levels` (
	`observation` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	PRIMARY KEY(`observation`, `competency`),
	FOREIGN KEY (`observation`) REFERENCES `observations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `overviews` (
	`person` text PRIMARY KEY NOT NULL,
	`done` integer NOT NULL,
	`last_item` text NOT NULL,
	`last_at` integer NOT NULL,
	`asked_at` integer,
	`paused_at` integer,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`sign_in_name` text NOT NULL,
	`name` text NOT NULL,
	`language` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_sign_in_name` ON `people` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `progress` (
	`person` text NOT NULL,
	`item` text NOT NULL,
	`state` text NOT NULL,
	`records` integer NOT NULL,
	PRIMARY KEY(`person`, `item`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `records` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`item` text NOT NULL,
	`unit` text NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`made_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `records_person` ON `records` (`person`,`made_at`);--> statement-breakpoint
CREATE INDEX `records_unit` ON `records` (`person`,`unit`);--> statement-breakpoint
CREATE TABLE `roles` (
	`person` text NOT NULL,
	`role` text NOT NULL,
	`programme` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`person`, `role`, `programme`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `roles_programme` ON `roles` (`programme`,`role`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`authenticated_at` integer NOT NULL,
	`idle_ms` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person`);--> statement-breakpoint
CREATE TABLE `sign_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decision` text NOT NULL,
	`reason` text NOT NULL,
	`conditions` text NOT NULL,
	`internal_note` text NOT NULL,
	`otherwise` text NOT NULL,
	`expires_on` text,
	`evidence` text NOT NULL,
	`evidence_hash` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_offs_person` ON `sign_offs` (`person`,`decided_at`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`sign_off` text PRIMARY KEY NOT NULL,
	`withdrawn_by` text NOT NULL,
	`withdrawn_at` integer NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
