-- Sign-in names that look like one another: `lookOf` in src/domain/people/names.ts.
CREATE INDEX `people_look` ON `people` (replace(replace(replace(replace(replace(substr(`folded`, instr(`folded`, char(10)) + 1), '~', ''), '0', 'o'), '1', 'l'), 'rn', 'm'), 'vv', 'w'));
