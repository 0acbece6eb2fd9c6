ALTER TABLE `links` ADD `asked_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `links` ADD `told_at` integer;--> statement-breakpoint
ALTER TABLE `passkeys` ADD `held_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `password_held_until` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `email` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `contact_held_until` integer;--> statement-breakpoint
CREATE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `held_until` integer;--> statement-breakpoint
UPDATE `people` SET `email` = `sign_in_name` WHERE `sign_in_name` LIKE '%_@_%._%';
