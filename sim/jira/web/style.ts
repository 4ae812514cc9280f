export const style = `
:root { font: 15px/1.5 system-ui, sans-serif; color: #172b4d; background: #fff; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; }
header { display: flex; gap: 1.5rem; align-items: center; padding: .6rem 1.5rem; background: #0747a6; color: #fff; }
header a { color: #fff; text-decoration: none; }
header .name { font-weight: 600; }
header .who { margin-left: auto; display: flex; gap: 1rem; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
main.narrow { max-width: 28rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .5rem; }
a { color: #0052cc; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { border: 1px solid #dfe1e6; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f4f5f7; }
label { display: block; margin: .8rem 0; font-weight: 600; }
label.tick { font-weight: 400; }
input:not([type=checkbox]):not([type=radio]), textarea { display: block; width: 100%; padding: .45rem .6rem; font: inherit;
  border: 2px solid #7a869a; border-radius: 3px; }
textarea { min-height: 9rem; font-family: ui-monospace, monospace; font-size: .85rem; }
button { font: inherit; padding: .4rem .9rem; border: 0; border-radius: 3px; background: #ebecf0; color: #172b4d;
  cursor: pointer; }
button.main { background: #0052cc; color: #fff; }
:focus-visible { outline: 3px solid #4c9aff; outline-offset: 2px; }
.warning { background: #fffae6; border-left: 4px solid #b65c02; padding: .6rem 1rem; }
.error { background: #ffebe6; border-left: 4px solid #bf2600; padding: .6rem 1rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; margin: 0 0 1rem; }
.facts dt { color: #505f79; }
.facts dt::first-letter { text-transform: uppercase; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.comment { border-top: 1px solid #dfe1e6; padding: .75rem 0; }
.lozenge { background: #fff0b3; border-radius: 3px; padding: 0 .4rem; font-size: .8rem; font-weight: 600; }
.mention { background: #deebff; border-radius: 3px; padding: 0 .2rem; }
.missing { border: 1px dashed #7a869a; padding: 0 .3rem; }
.hash, .code { font-family: ui-monospace, monospace; font-size: .8rem; }
.code.big { font-size: 2rem; letter-spacing: .15em; }
pre { background: #f4f5f7; padding: .75rem; overflow-x: auto; }
blockquote { border-left: 3px solid #c1c7d0; margin: .5rem 0; padding: 0 1rem; color: #44546f; }
.panel { border: 1px solid #c1c7d0; padding: .5rem 1rem; }
.rendered img { max-width: 100%; }
.rendered img.thumbnail { max-width: 12rem; }
`;
