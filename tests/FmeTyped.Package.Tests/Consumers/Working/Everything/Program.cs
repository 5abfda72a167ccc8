Console.WriteLine(typeof(FmeTyped.Testing.FmeFlowEmulator).Name + typeof(FmeTyped.FmeFlowClient).Name);
