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
CREATE INDEX `packages_programme` ON `packages` (`programme`,`position`);