// Package datapoint reads what requesters send as input of a model: a JSON
// array of numbers, the Open Inference Protocol's JSON tensors, or NumPy's
// .npy; it checks it against the model's input tensors.
//
// Guarantees:
//   - the result, or the kind of the error, depends on the bytes and the model's
//     inputs alone, so that independent nodes vote alike: ErrMalformed
//     (DATA_MALFORMED) for what is no data point of any model, ErrRejected
//     (MODEL_REJECTED_INPUT) for one that this model does not take; what is
//     both is malformed;
//   - time and memory are linear in the input's size, and nesting is bounded.
//
// How numbers are read: a JSON number, or a string that holds one, becomes the
// nearest float64, which is then rounded to the nearest value of the tensor's
// type, half to even. An .npy array of the tensor's own type is taken as it is;
// of another type, each element goes through float64 in the same way. What
// does not fit the type (300 as UINT8, 1e39 as FP32), NaN and infinities are
// rejected.
package datapoint
