CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`name` text NOT NULL,
	`scopes` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	`last_used_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `applications` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`name` text NOT NULL,
	`contact` text NOT NULL,
	`language` text NOT NULL,
	`answers` text NOT NULL,
	`sent_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `applications_programme` ON `applications` (`programme`,`sent_at`);--> statement-breakpoint
CREATE TABLE `attendances` (
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
CREATE TABLE `cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cohorts_name` ON `cohorts` (`programme`,`name`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`sign_off` text PRIMARY KEY NOT NULL,
	`signed_at` integer NOT NULL,
	`declared_name` text NOT NULL,
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `first_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`application` text NOT NULL,
	`coordinator` text NOT NULL,
	`at` integer NOT NULL,
	`outcome` text NOT NULL,
	`message` text NOT NULL,
	`internal_note` text NOT NULL,
	FOREIGN KEY (`application`) REFERENCES `applications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `first_talks_application` ON `first_talks` (`application`,`at`);--> statement-breakpoint
CREATE TABLE `group_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`title` text NOT NULL,
	`starts_at` integer NOT NULL,
	`place` text NOT NULL,
	`created_by` text NOT NULL,
	`cancelled_at` integer,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `group_sessions_programme` ON `group_sessions` (`programme`,`starts_at`);--> statement-breakpoint
CREATE TABLE `lapses` (
	`person` text NOT NULL,
	`lapsed_at` integer NOT NULL,
	`refreshed_at` integer,
	PRIMARY KEY(`person`, `lapsed_at`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`author` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notes_person` ON `notes` (`person`,`written_at`);--> statement-breakpoint
CREATE TABLE `opened_sessions` (
	`person` text NOT NULL,
	`session` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	PRIMARY KEY(`person`, `session`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`recipient` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`problem` text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`sent_at`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `outside_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`entered_by` text NOT NULL,
	`entered_at` integer NOT NULL,
	`competency` text NOT NULL,
	`stands_for` text NOT NULL,
	`source` text NOT NULL,
	`happened_on` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outside_evidence_person` ON `outside_evidence` (`person`);--> statement-breakpoint
CREATE TABLE `package_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`wish` text NOT NULL,
	`stamp` text NOT NULL,
	`release` text NOT NULL,
	`packages` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`made_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `package_exports_made` ON `package_exports` (`made_at`);--> statement-breakpoint
CREATE TABLE `package_launches` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`package` text NOT NULL,
	`version` text NOT NULL,
	`item` text NOT NULL,
	`person` text NOT NULL,
	`preview` integer NOT NULL,
	`generation` integer NOT NULL,
	`started_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`commits` integer DEFAULT 0 NOT NULL,
	`seconds` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`package`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `package_launches_token` ON `package_launches` (`token_hash`);--> statement-breakpoint
CREATE INDEX `package_launches_person` ON `package_launches` (`person`,`package`,`item`);--> statement-breakpoint
CREATE TABLE `package_results` (
	`person` text NOT NULL,
	`package` text NOT NULL,
	`item` text NOT NULL,
	`generation` integer NOT NULL,
	`state` text NOT NULL,
	`exit` text NOT NULL,
	`completed` integer NOT NULL,
	`success` text NOT NULL,
	`score` real,
	`seconds` integer NOT NULL,
	`interactions` text NOT NULL,
	`first_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`person`, `package`, `item`, `generation`),
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`package`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `package_results_package` ON `package_results` (`package`);--> statement-breakpoint
CREATE TABLE `package_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`package` text NOT NULL,
	`sha256` text NOT NULL,
	`file_name` text NOT NULL,
	`manifest` text NOT NULL,
	`findings` text NOT NULL,
	`zipped_bytes` integer NOT NULL,
	`unpacked_bytes` integer NOT NULL,
	`files` integer NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` integer NOT NULL,
	FOREIGN KEY (`package`) REFERENCES `packages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `package_versions_package` ON `package_versions` (`package`,`uploaded_at`);--> statement-breakpoint
CREATE TABLE `packages` (
	`id` text PRIMARY KEY NOT NULL,
	`programme` text NOT NULL,
	`title_en` text DEFAULT '' NOT NULL,
	`title_es` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 1 NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`version` text NOT NULL,
	`generation` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`placed_at` integer,
	`archived_at` integer
);
--> statement-breakpoint
CREATE INDEX `packages_programme` ON `packages` (`programme`,`position`);--> statement-breakpoint
CREATE TABLE `programme_rules` (
	`programme` text PRIMARY KEY NOT NULL,
	`second_signature` integer NOT NULL,
	`group_sessions_count` integer NOT NULL,
	`second_since` integer,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
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
CREATE TABLE `replies` (
	`id` text PRIMARY KEY NOT NULL,
	`record` text NOT NULL,
	`person` text NOT NULL,
	`coordinator` text NOT NULL,
	`replied_at` integer NOT NULL,
	`text` text NOT NULL,
	`accepted` integer,
	`lesson` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replies_person` ON `replies` (`person`,`replied_at`);--> statement-breakpoint
CREATE INDEX `replies_record` ON `replies` (`record`);--> statement-breakpoint
CREATE TABLE `review_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`review` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text NOT NULL,
	`lesson` text NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`review`) REFERENCES `support_reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `review_actions_review` ON `review_actions` (`review`);--> statement-breakpoint
CREATE TABLE `second_signatures` (
	`sign_off` text PRIMARY KEY NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	`declared_name` text NOT NULL,
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `support_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`coordinator` text NOT NULL,
	`held_at` integer NOT NULL,
	`went_well` text NOT NULL,
	`stayed` text NOT NULL,
	`skill` text NOT NULL,
	`wellbeing` integer NOT NULL,
	`capacity` integer NOT NULL,
	`next_on` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `support_reviews_person` ON `support_reviews` (`person`,`held_at`);--> statement-breakpoint
CREATE TABLE `talks` (
	`id` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`programme` text NOT NULL,
	`coordinator` text NOT NULL,
	`competency` text NOT NULL,
	`held_at` integer NOT NULL,
	`accepted` integer NOT NULL,
	`note` text NOT NULL,
	FOREIGN KEY (`person`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coordinator`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `talks_person` ON `talks` (`person`,`held_at`);--> statement-breakpoint
ALTER TABLE `links` ADD `cohort` text;--> statement-breakpoint
ALTER TABLE `links` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `links` ADD `application` text;--> statement-breakpoint
ALTER TABLE `observations` ADD `second_observer` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `observations` ADD `trainee_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `observations` ADD `amends` text;--> statement-breakpoint
ALTER TABLE `observations` ADD `amend_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `observations` ADD `written_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `observations_amends` ON `observations` (`amends`);--> statement-breakpoint
ALTER TABLE `observed_levels` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `overviews` ADD `help_at` integer;--> statement-breakpoint
ALTER TABLE `overviews` ADD `reflection_at` integer;--> statement-breakpoint
ALTER TABLE `overviews` ADD `stuck_on` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `overviews` ADD `lapsed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `overviews` ADD `course_shape` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `display` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `roles` ADD `cohort` text REFERENCES cohorts(id);--> statement-breakpoint
ALTER TABLE `roles` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `roles` ADD `archived_reason` text;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `comfort_areas` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `no_go_areas` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `languages` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `contact_ways` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `capacity` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `place` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `declared_name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_offs` ADD `judgements` text DEFAULT '{}' NOT NULL;