/**
 * The one script of the desk: a page that shows lists is read anew when something has happened, and a form is checked while somebody writes in it. Without
 * it, everything works; one reloads, or presses the button.
 *
 * @module
 */

/** What stands in the script element. It puts in what the desk itself has written, in the place of what the desk has written before. */
export const script = `
(()=>{
const part=async(answer,name)=>answer.ok?new DOMParser().parseFromString(await answer.text(),"text/html").querySelector(name):null
const events=document.body.dataset.follow
if(events&&globalThis.EventSource){
let busy=false,again=false
const read=async()=>{
if(busy){again=true;return}
busy=true
try{
const next=await part(await fetch(location.href,{headers:{accept:"text/html"}}),"main"),now=document.querySelector("main")
if(next&&now)now.replaceWith(next)
}catch{}
busy=false
if(again){again=false;read()}
}
new EventSource(events).addEventListener("moved",read)
}
const found=document.getElementById("check"),form=found&&found.closest("form")
if(form){
let wait,asked
const look=async()=>{
const mine=asked=new AbortController()
const told=new URLSearchParams()
for(const [name,value] of new FormData(form))if(typeof value==="string")told.append(name,value)
told.append("check","1")
try{
const next=await part(await fetch(form.action,{method:"POST",body:told,signal:mine.signal}),"#check")
if(next&&mine===asked&&next.innerHTML!==found.innerHTML)found.replaceChildren(...next.childNodes)
}catch{}
}
form.addEventListener("input",()=>{clearTimeout(wait);asked?.abort();wait=setTimeout(look,700)})
form.addEventListener("submit",()=>{clearTimeout(wait);asked?.abort()})
}
})()
`
