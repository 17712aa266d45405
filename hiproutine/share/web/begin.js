// @ts-check
/** Reads the page's script once the first step is on the screen: until then nothing else is to be done. */
{
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    const script = document.createElement("script");
    script.text = String(document.getElementById("code")?.textContent);
    document.body.append(script);
    script.remove();
  };
  new PerformanceObserver(begin).observe({ type: "paint", buffered: true });
  setTimeout(begin, 500); // a browser that does not tell when it has painted
}
