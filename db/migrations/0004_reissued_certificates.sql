CREATE TABLE `reissued_certificates` (
	`sign_off` text NOT NULL,
	`name` text NOT NULL,
	`issued_at` integer NOT NULL,
	PRIMARY KEY(`sign_off`, `issued_at`),
	FOREIGN KEY (`sign_off`) REFERENCES `sign_offs`(`id`) ON UPDATE no action ON DELETE no action
);
