ALTER TABLE `package_results` ADD `accepted_at` integer;--> statement-breakpoint
ALTER TABLE `package_results` ADD `accepted_by` text;