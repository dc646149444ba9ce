"use strict";
// Draws the graph out of the JSON in #data. Every text of the data goes in as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const container = document.getElementById("network");
  const panel = document.getElementById("panel");

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function show(about) {
    const list = document.createElement("dl");
    for (const [word, text] of about.fields) list.append(element("dt", word), element("dd", text));
    panel.replaceChildren(element("h3", about.title), list);
  }

  const network = new vis.Network(
    container,
    { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
    data.options,
  );
  network.once("stabilizationIterationsDone", () => network.setOptions({ physics: false }));
  network.once("afterDrawing", () => { container.dataset.drawn = "true"; });
  network.on("click", (event) => {
    if (event.nodes.length) show(data.about[event.nodes[0]]);
    else if (event.edges.length) show(data.about[event.edges[0]]);
  });
})();
