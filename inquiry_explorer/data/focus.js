// The cursor goes into the first field of a form that has just opened, and stays where it is otherwise.
export default function ({ data }) {
  if (!data || window.inquiryGraphFocused === data.place) return;
  const look = (left) => {
    const field = document.querySelector(".stForm textarea");
    if (field) {
      window.inquiryGraphFocused = data.place;
      field.focus({ preventScroll: true });
    } else if (left > 0) {
      requestAnimationFrame(() => look(left - 1));
    }
  };
  look(60);
}
