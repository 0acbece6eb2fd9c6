/** Opens the front door in this process: what `npm start` does once everything is installed and built. */
export async function run(): Promise<number> {
  await import('#front-door.ts')
  return 0
}
