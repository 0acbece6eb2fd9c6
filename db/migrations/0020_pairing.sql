CREATE TABLE `check_ins` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing` text NOT NULL,
	`after` text NOT NULL,
	`going` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `check_ins_pairing` ON `check_ins` (`pairing`,`at`);--> statement-breakpoint
CREATE TABLE `ending_forms` (
	`pairing` text NOT NULL,
	`side` text NOT NULL,
	`answers` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`pairing`, `side`),
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`pairing` text NOT NULL,
	`met_on` text NOT NULL,
	`way` text NOT NULL,
	`minutes` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`taken_back_at` integer,
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `meetings_pairing` ON `meetings` (`pairing`,`met_on`);--> statement-breakpoint
CREATE TABLE `mentor_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`reference` text NOT NULL,
	`code_hash` text NOT NULL,
	`asker` text NOT NULL,
	`by` text NOT NULL,
	`language` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_requests_reference` ON `mentor_requests` (`reference`);--> statement-breakpoint
CREATE UNIQUE INDEX `mentor_requests_code` ON `mentor_requests` (`code_hash`);--> statement-breakpoint
CREATE INDEX `mentor_requests_programme` ON `mentor_requests` (`programme`,`at`);--> statement-breakpoint
CREATE TABLE `pairing_ends` (
	`pairing` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`ended_on` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`pairing`) REFERENCES `pairings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `pairings` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal` text NOT NULL,
	`request` text NOT NULL,
	`programme` text NOT NULL,
	`mentor` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pairings_proposal` ON `pairings` (`proposal`);--> statement-breakpoint
CREATE INDEX `pairings_request` ON `pairings` (`request`);--> statement-breakpoint
CREATE INDEX `pairings_mentor` ON `pairings` (`mentor`,`programme`,`at`);--> statement-breakpoint
CREATE INDEX `pairings_programme` ON `pairings` (`programme`,`at`);--> statement-breakpoint
CREATE TABLE `proposal_answers` (
	`proposal` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`programme` text NOT NULL,
	`mentor` text NOT NULL,
	`sign_off` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`ends_on` text NOT NULL,
	`reasons` text NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `proposals_request` ON `proposals` (`request`,`at`);--> statement-breakpoint
CREATE INDEX `proposals_mentor` ON `proposals` (`mentor`,`programme`,`at`);--> statement-breakpoint
CREATE INDEX `proposals_programme` ON `proposals` (`programme`,`ends_on`);--> statement-breakpoint
CREATE TABLE `request_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`given` integer NOT NULL,
	`how` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_consents_request` ON `request_consents` (`request`,`at`);--> statement-breakpoint
CREATE TABLE `request_contacts` (
	`request` text PRIMARY KEY NOT NULL,
	`way` text NOT NULL,
	`contact` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_ends` (
	`request` text PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_notes_request` ON `request_notes` (`request`,`at`);--> statement-breakpoint
CREATE TABLE `request_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`answers` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`request`) REFERENCES `mentor_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `request_versions_request` ON `request_versions` (`request`,`at`);--> statement-breakpoint
CREATE TABLE `requester_answers` (
	`proposal` text PRIMARY KEY NOT NULL,
	`answer` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`proposal`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
