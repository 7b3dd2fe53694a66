// Starts the viewer of the API's document. A file of its own: no page of ours runs a script that stands in it.
(() => {
  // Hides what is for readers without scripts, before it is seen.
  document.documentElement.classList.add('scripted');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paint = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
  dark.addEventListener('change', paint);
  paint();
  const options = {
    url: '/api/openapi.json',
    dom_id: '#viewer',
    deepLinking: true,
    docExpansion: 'list',
    defaultModelsExpandDepth: 0,
    displayRequestDuration: true,
    // Its default asks somebody else whether our document is valid.
    validatorUrl: null,
    syntaxHighlight: false,
  };
  document.addEventListener('DOMContentLoaded', () => window.SwaggerUIBundle(options));
})();
