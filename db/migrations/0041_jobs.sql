CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`free_at` integer NOT NULL,
	`begun` integer DEFAULT 0 NOT NULL,
	`ended_at` integer
);
