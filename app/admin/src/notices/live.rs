//! Keeps what is marked `data-live` on a plain page current: reads the page again when the shop's line says that something changed.

/// Run by the page's own nonce; the page is complete without it. What has the focus is left alone, so that nobody loses their place.
pub const SCRIPT: &str = "(()=>{if(!document.querySelector('[data-live]'))return;let wait=0,first=true;\
const read=async()=>{wait=0;const answer=await fetch(location.href).catch(()=>null);if(!answer||!answer.ok)return;\
const fresh=new DOMParser().parseFromString(await answer.text(),'text/html');\
for(const old of document.querySelectorAll('[data-live]')){const now=fresh.getElementById(old.id);\
if(now&&!old.contains(document.activeElement)&&now.innerHTML!==old.innerHTML)old.replaceWith(now)}};\
const soon=()=>{wait||=setTimeout(read,1000)};const line=new EventSource('/admin/live');\
line.addEventListener('order',soon);line.addEventListener('anything',()=>{first?first=false:soon()});\
addEventListener('pagehide',()=>line.close())})()";
