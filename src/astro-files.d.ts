/** For tools that cannot read .astro files (tsc, ESLint); `astro check` knows the real types. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory
  export default component
}
