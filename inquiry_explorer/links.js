// Links between our own pages change the page in place, as the navigation does, instead of loading the app anew.
// Without this script they work all the same, only slower.
export default function () {
  if (window.inquiryGraphLinks) return;
  window.inquiryGraphLinks = true;
  document.addEventListener("click", (event) => {
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (!link || !link.closest(".stHtml") || link.target || event.defaultPrevented) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href, location.href);
    if (to.origin !== location.origin) return;
    if (to.hash && to.pathname === location.pathname && to.search === location.search) return;
    event.preventDefault();
    history.pushState({}, "", to);
    window.dispatchEvent(new PopStateEvent("popstate"));
    document.querySelector(".stMain")?.scrollTo(0, 0);
  });
}
