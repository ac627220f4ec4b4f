/**
 * The application's settings. Elsewhere none are needed for a desk; here packages are sources, which Node runs as they are, and nothing bundles.
 *
 * @module
 */
/** Of `effect` Next asks for the names that are used: `__barrel_optimize__?names=Effect!=!effect`. */
const ours = /(?:^|!=!)((?:@dualops\/|effect(?:\/|$)).*)$/

export default {
  // The house checks them already, with all others.
  typescript: { ignoreBuildErrors: true },
  webpack: (config: { readonly externals: Array<unknown> }) => {
    // Before Next's own, which would bundle a second Effect.
    config.externals.unshift(async ({ request = "" }: { readonly request?: string }) => {
      const [, name] = ours.exec(request) ?? []
      return name && `import ${name}`
    })
    return config
  }
}
