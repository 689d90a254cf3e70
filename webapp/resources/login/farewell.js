// Goes on to the provider by itself.

document.getElementById('farewell').submit();
