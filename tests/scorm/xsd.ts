export { schemaProblem } from '#scorm/check/schema.ts'
