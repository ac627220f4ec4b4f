/**
 * How the desk looks: like a printed page, and with forms.
 *
 * @module
 */
import { Style } from "@dualops/core/pages"

/** The style sheet of every page. */
export const style = `${Style.style}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem}
.eyebrow{gap:1rem;flex-wrap:wrap}.eyebrow a{color:var(--accent)}.eyebrow span+a{margin-left:.8rem}
a{text-underline-offset:.18em}nav a[aria-current]{color:var(--accent)}
header .sub a{color:var(--accent)}form.step label.choice{font-weight:400;display:flex;gap:.6rem;align-items:center;min-height:2rem}form.step label.choice input{flex:none;min-height:1.5rem}nav.house{position:static;display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;padding:0;border:0;max-height:none;margin:.4rem 0}nav.house a{color:var(--accent);min-height:1.75rem}nav.house a[aria-current]{color:inherit;font-weight:600;text-decoration:none}
form.step{display:grid;gap:.9rem;max-width:46rem;margin:1rem 0}
form.step input,form.step textarea,form.step select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--soft);border-radius:10px;padding:.5rem .7rem;width:100%;min-height:2.75rem}
form.step textarea{field-sizing:content;min-height:5rem}form.step input[type=checkbox]{width:1.5rem;min-height:1.5rem}
form.step label,legend{display:block;font-weight:600}form.step .soft{margin:.1rem 0;font-style:normal;font-weight:400;font-size:.88rem}
fieldset{border:1px solid var(--line);border-radius:12px;padding:.8rem 1rem;display:grid;gap:.9rem;min-width:0;margin:0}
.pictures{display:flex;flex-wrap:wrap;gap:.8rem}.picture{margin:0;max-width:17rem}.picture img{display:block;max-width:100%;max-height:12rem;margin:0 auto .5rem;border-radius:8px}form.step input[type=file]{padding:.6rem .7rem}
.ways{display:flex;flex-wrap:wrap;gap:.8rem}.check:empty{display:none}.check .card{padding:.5rem .8rem}
button{min-height:2.75rem}fieldset>button{justify-self:start}button.main{background:var(--accent);border-color:var(--accent);color:var(--card);font-weight:600;justify-self:start;padding:.5rem 1.6rem}
.wrong{color:var(--bad);margin:.3rem 0 0;font-size:.93rem}[aria-invalid]{border-color:var(--bad)!important;border-width:2px!important}
.textarea:focus-visible,select:focus-visible,textarea:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (min-width:52.01rem){nav.house a{padding-inline:0}}
@media print{form,nav.house{display:none}}
`
