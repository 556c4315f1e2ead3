// In the oldest JavaScript there is: shows the sentence about old browsers where the page's own program did not start.
(function () {
  var sentence = document.getElementById("floor");
  if (sentence) sentence.hidden = false;
})();
