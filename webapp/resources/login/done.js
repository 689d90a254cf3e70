// Tells the page that asked, which may be any of this browser's, and closes the window that was opened for it. The
// provider's site has cut the two apart (Cross-Origin-Opener-Policy), so they meet on a channel.

new BroadcastChannel('oriel-sign-in').postMessage('done');
window.close();
