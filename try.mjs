import { generate } from './generators/src/generate.ts';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
const t=performance.now();
try {
const all = await generate(process.cwd());
for (const [name, files] of all) { rmSync(`charts/${name}/templates`,{recursive:true,force:true}); for (const [p,t] of files) { const f=join('charts',name,p); mkdirSync(dirname(f),{recursive:true}); writeFileSync(f,t);} }
console.log([...all].map(([n,f])=>n+' '+f.size), performance.now()-t);
} catch(e) { console.log(e.message?.startsWith('charts')||e.errors? e.message : e); process.exit(1)}
