/**
 * The one script of the desk: a page that shows lists is read anew when something has happened. Without it, everything works; one reloads.
 *
 * @module
 */

/** What stands in the script element. It puts in what the desk itself has written, in the place of what the desk has written before. */
export const script = `
(()=>{
const events=document.body.dataset.follow
if(!events||!globalThis.EventSource)return
let busy=false,again=false
const read=async()=>{
if(busy){again=true;return}
busy=true
try{
const answer=await fetch(location.href,{headers:{accept:"text/html"}})
if(answer.ok){const next=new DOMParser().parseFromString(await answer.text(),"text/html").querySelector("main"),now=document.querySelector("main");if(next&&now)now.replaceWith(next)}
}catch{}
busy=false
if(again){again=false;read()}
}
new EventSource(events).addEventListener("moved",read)
})()
`
