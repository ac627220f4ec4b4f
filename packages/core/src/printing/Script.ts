/**
 * What printed pages do: switch the language, and search. Without it, everything can still be read.
 *
 * @module
 */

/** The script. It reads the page's text and writes none of it back as HTML. */
export const script = `
(()=>{
const root=document.documentElement,box=document.getElementById("search"),found=document.getElementById("found")
const items=[...document.querySelectorAll("main .item")],sections=[...document.querySelectorAll("main section")]
const count=()=>{
const wanted=box.value.trim().toLowerCase().split(/\\s+/).filter(Boolean)
let hits=0
for(const item of items){const text=item.textContent.toLowerCase();const hit=wanted.every((word)=>text.includes(word));item.classList.toggle("away",!hit);if(hit)hits++}
for(const section of sections){const own=[...section.querySelectorAll(".item")];section.classList.toggle("away",wanted.length>0&&own.every((item)=>item.classList.contains("away")))}
found.textContent=wanted.length===0?"":root.dataset.lang==="zh"?hits+" 处":hits+" found"
}
box.addEventListener("input",count)
document.getElementById("lang").addEventListener("click",()=>{
const to=root.dataset.lang==="zh"?"en":"zh"
root.dataset.lang=to;root.lang=to==="zh"?"zh-CN":"en"
count()
})
})()
`
