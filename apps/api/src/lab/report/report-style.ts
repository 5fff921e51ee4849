/** The report's looks: the page's own colours, written out, since the file stands alone. */
export const reportStyle = `
:root{color-scheme:light dark;--paper:light-dark(#faf7f2,#151311);--ink:light-dark(#1c1a17,#f3eee6);
--quiet:light-dark(#686257,#a79f93);--stone:light-dark(#8a8378,#7e776d);--hairline:light-dark(#e4ddd2,#2c2824);
--band:light-dark(#e3dacb,#37312b);--amber:light-dark(#87590f,#d6a257);--leaf:light-dark(#4b6b4f,#8db092)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1240px;padding:48px 24px 96px;background:var(--paper);color:var(--ink);
font:400 16px/1.5 "Instrument Sans","Helvetica Neue",Arial,sans-serif}
h1,h2,h3{font-family:Newsreader,Georgia,serif;font-weight:400;line-height:1.2;margin:0 0 16px;text-wrap:balance}
h1{font-size:40px;line-height:1.1}h2{font-size:28px;margin-top:64px;padding-top:16px;border-top:1px solid var(--ink)}
h3{font-size:20px;margin-top:32px}p{max-width:68ch;margin:0 0 16px}
.quiet,figcaption span,.small{color:var(--quiet);font-size:14px}.simulated{color:var(--amber)}
.clear{color:var(--leaf);font-weight:600}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:40px}
figure{margin:0}figcaption{font-size:14px;margin-bottom:8px}figcaption b,figcaption span{display:block}
svg{width:100%;height:auto;overflow:visible}.ring{fill:none;stroke:var(--ink);stroke-width:1.25}.band{fill:var(--band)}
.same,.axis{stroke:var(--stone);fill:none}.middle{stroke:var(--ink);stroke-width:2.5;fill:none}
svg .word{font-size:17px;fill:var(--quiet)}svg .figure{font-size:18px;font-weight:600;fill:var(--ink)}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-top:1px solid var(--hairline);font-weight:400}
thead th{color:var(--quiet);border-top:0}tbody th{font-weight:600}
.cells{display:flex;gap:8px}.cells>div{width:76px;font-size:12px;color:var(--quiet)}
.cells img{display:block;width:76px;aspect-ratio:3/4;object-fit:cover;border-radius:2px;background:var(--band)}
.cells i{display:block;width:76px;aspect-ratio:3/4;border:1px solid var(--hairline);border-radius:2px}
summary{cursor:pointer;color:var(--quiet);font-size:14px}
@media print{details{display:none}h2{break-after:avoid}figure,tr{break-inside:avoid}}
`.trim();
