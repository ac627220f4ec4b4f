/** What of jstat is used here; the package has no types of its own. */
declare module "jstat" {
  const jstat: {
    readonly beta: { readonly inv: (probability: number, alpha: number, beta: number) => number }
    readonly normal: { readonly inv: (probability: number, mean: number, deviation: number) => number }
  }
  export default jstat
}
