/**
 * What the day's page does: switch the language, and open what is folded for the printer. Without it, everything can still be read.
 *
 * @module
 */

/** The script. It writes nothing that it reads. */
export const script = `
(()=>{
const root=document.documentElement,title=document.querySelector("title")
document.getElementById("lang").addEventListener("click",()=>{
const to=root.dataset.lang==="zh"?"en":"zh"
root.dataset.lang=to;root.lang=to==="zh"?"zh-CN":"en";document.title=title.dataset[to]
})
addEventListener("beforeprint",()=>{for(const folded of document.querySelectorAll("details"))folded.open=true})
})()
`
