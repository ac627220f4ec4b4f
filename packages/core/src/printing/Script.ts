/**
 * What printed pages do: switch the language, and search. Without it, everything can still be read.
 *
 * @module
 */

/**
 * The script. It reads the page's text in the language that is shown, and writes none of it back as HTML. What is found stays in its
 * context: with the name of its group, or, where the name is what was looked for, with the whole group; and it is marked.
 */
export const script = `
(()=>{
const root=document.documentElement,box=document.getElementById("search"),found=document.getElementById("found")
const items=[...document.querySelectorAll("main .item")],groups=[...document.querySelectorAll("main .group")],sections=[...document.querySelectorAll("main section")]
const isSaid=(node)=>{const own=node.parentElement.closest("[lang]");return own===root||own.lang===root.lang}
const nodesOf=(part)=>{const walker=document.createTreeWalker(part,NodeFilter.SHOW_TEXT),nodes=[];while(walker.nextNode())if(isSaid(walker.currentNode))nodes.push(walker.currentNode);return nodes}
const textOf=(part)=>nodesOf(part).map((node)=>node.data).join(" ").toLowerCase()
const mark=(words)=>{
if(!globalThis.Highlight)return
const ranges=[]
for(const part of items.concat(groups.map((group)=>group.firstElementChild)))if(words.length>0&&!part.closest(".away"))for(const node of nodesOf(part))for(const word of words)
for(let at=node.data.toLowerCase().indexOf(word);at>=0;at=node.data.toLowerCase().indexOf(word,at+word.length)){const range=new Range();range.setStart(node,at);range.setEnd(node,Math.min(at+word.length,node.length));ranges.push(range)}
CSS.highlights.set("found",new Highlight(...ranges))
}
const count=()=>{
const words=box.value.trim().toLowerCase().split(/\\s+/).filter(Boolean),has=(text)=>words.every((word)=>text.includes(word))
const named=new Map(groups.map((group)=>[group,textOf(group.firstElementChild)]))
let hits=0
for(const item of items){const group=item.closest(".group"),name=group?named.get(group):"",hit=has(name+" "+textOf(item));item.classList.toggle("away",!hit);if(hit)hits++}
for(const part of groups.concat(sections)){const own=[...part.querySelectorAll(".item")];part.classList.toggle("away",words.length>0&&own.every((item)=>item.classList.contains("away")))}
found.textContent=words.length===0?"":root.dataset.lang==="zh"?hits+" 处":hits+" found"
mark(words)
}
box.addEventListener("input",count)
document.getElementById("lang").addEventListener("click",()=>{
const to=root.dataset.lang==="zh"?"en":"zh",title=document.querySelector("title")
root.dataset.lang=to;root.lang=to==="zh"?"zh-CN":"en"
document.title=title.dataset[to]
box.placeholder=box.dataset[to];box.setAttribute("aria-label",box.dataset[to])
count()
})
})()
`
