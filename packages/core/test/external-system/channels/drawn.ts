/**
 * Draws the codes of the house from their SVG as a telephone's camera gets them, for a decoder.
 *
 * @module
 */
import jsQR from "jsqr"

/** What a decoder reads; of the middle, so much of the width is painted over. */
export const readCode = (svg: string, pixels: number, spoiled = 0): string | undefined => {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = size * pixels
  const image = new Uint8ClampedArray(width * width * 4).fill(255)
  const dark = (x: number, y: number, shade: number) => {
    for (let dy = 0; dy < pixels; dy++)
      for (let dx = 0; dx < pixels; dx++) {
        const at = ((y * pixels + dy) * width + x * pixels + dx) * 4
        image.fill(shade, at, at + 3)
      }
  }
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) dark(Number(x), Number(y), 0)
  const wet = Math.round(size * spoiled)
  const middle = Math.round((size - wet) / 2)
  for (let y = 0; y < wet; y++) for (let x = 0; x < wet; x++) dark(middle + x, middle + y, 255)
  // Its types have the function below the name under which it is exported.
  return jsQR.default(image, width, width)?.data
}
