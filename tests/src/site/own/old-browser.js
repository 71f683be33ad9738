// A browser from before the streams that inflate the module.
delete self.DecompressionStream;
