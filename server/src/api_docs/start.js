// Starts the viewer of the API's document. A file of its own: no page of ours runs a script that stands in it.
(() => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', paint);
  paint();
  window.SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#viewer',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    // Its default asks somebody else whether our document is valid.
    validatorUrl: null,
    syntaxHighlight: false,
  });
})();
